import { describe, expect, it } from 'vitest'
import { Menu, type MenuEntry } from '../support/electron-stand-in.ts'
import { type LaunchedShell, launchShell } from '../support/launch-shell.ts'
import { stageScene } from '../support/stage-scene.ts'
import { userFile } from '../support/user-file.ts'

const FIND = 'Buscar…'
const OPEN = 'Abrir arquivo…'

/** The entry of the menu that is set now. */
function entry(label: string): MenuEntry | undefined {
  return Menu.current()
    .flatMap((menu) => menu.submenu ?? [])
    .find((one) => one.label === label)
}

const tell = ({ page }: LaunchedShell, choices: object) =>
  page.evaluate(`rastro.showKeys(${JSON.stringify(choices)})`)

describe('the keys of the shell’s menu', () => {
  stageScene()

  it('change with those that the page says, and go with them', async () => {
    const shell = await launchShell({ argv: [userFile('a.log')] })
    expect(entry(FIND)).toMatchObject({ accelerator: 'CmdOrCtrl+F' })
    await tell(shell, { search: [{ key: 'e', mod: true }], openFile: [] })
    expect(entry(FIND)).toMatchObject({ accelerator: 'CmdOrCtrl+E' })
    expect(entry(OPEN)).not.toHaveProperty('accelerator')

    // Whatever else builds the menu anew keeps them.
    await shell.page.evaluate("rastro.changeSettings({ locale: 'en' })")
    expect(entry('Find…')).toMatchObject({ accelerator: 'CmdOrCtrl+E' })
    await tell(shell, {})
    expect(entry('Find…')).toMatchObject({ accelerator: 'CmdOrCtrl+F' })
  })

  it('still do what they say', async () => {
    const shell = await launchShell({ argv: [userFile('a.log')] })
    await shell.page.evaluate('window.heard = []; rastro.onCommand((one) => heard.push(one))')
    await tell(shell, { search: [{ key: 'f4' }] })
    expect(entry(FIND)).toMatchObject({ accelerator: 'F4' })
    entry(FIND)?.click?.()
    await expect.poll(() => shell.page.evaluate('heard')).toEqual(['search'])
  })

  it('stay as they are when the page says nonsense', async () => {
    const shell = await launchShell({ argv: [userFile('a.log')] })
    for (const nonsense of [
      { search: 'f' },
      { search: [{ key: '' }] },
      { search: [{ keys: 1 }] },
    ]) {
      await expect(tell(shell, nonsense)).rejects.toThrow()
    }
    expect(entry(FIND)).toMatchObject({ accelerator: 'CmdOrCtrl+F' })
  })
})
