import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ChordCaps } from '../commands/chord-caps.tsx'
import { chordsOf } from '../commands/chosen-keys.ts'
import { commandName } from '../commands/command-name.ts'
import { groupCommands } from '../commands/group-commands.ts'
import { useCommands } from '../commands/use-commands.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'

/** Commands by their ids, in sections. It is drawn anew whenever it opens, with what can be done then. */
export function MoreItems({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation()
  const choices = useStore(usePage().chosenKeys)
  const commands = useCommands().filter(({ id }) => ids.includes(id))
  const disabled = commands.filter(({ isAvailable }) => isAvailable?.() === false)
  return (
    <Menu
      className="menu"
      disabledKeys={disabled.map(({ id }) => id)}
      onAction={(key) => {
        const chosen = commands.find(({ id }) => id === key)
        // After the menu gave the focus back: what the command opens or focuses keeps it.
        if (chosen !== undefined) queueMicrotask(() => chosen.run())
      }}
    >
      {groupCommands(commands).map(([title, group]) => (
        <MenuSection key={title}>
          <Header className="menu-header">{t(title)}</Header>
          {group.map((command) => {
            const chord = chordsOf(command, choices)[0]
            const name = commandName(t, command)
            return (
              <MenuItem
                key={command.id}
                id={command.id}
                className="menu-item more-item"
                textValue={name}
              >
                <span className="more-name">{name}</span>
                {chord !== undefined && <ChordCaps chord={chord} />}
              </MenuItem>
            )
          })}
        </MenuSection>
      ))}
    </Menu>
  )
}
