import { useState } from 'react'
import { Tree } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type FieldNode, MAX_NODES } from '../../structure/field-tree.ts'
import { FieldMenu, type OpenField } from './field-menu.tsx'
import { FieldRow } from './field-row.tsx'

export interface FieldTreeViewProps {
  readonly nodes: readonly FieldNode[]
  /** The line that has the fields. */
  readonly raw: string
}

/** Nodes of a tree that is open at first: more are several screens, and each is some elements. */
const MAX_OPEN = 100

/** The fields of a line. What is closed stays closed in the lines that come after. */
export function FieldTreeView({ nodes, raw }: FieldTreeViewProps) {
  const { t } = useTranslation()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<OpenField | null>(null)
  const branches = branchesOf(nodes)
  const isLarge = countOf(nodes) > MAX_OPEN
  const expanded = branches.filter((id) => (isLarge ? opened.has(id) : !closed.has(id)))
  return (
    <>
      <Tree
        className="field-tree"
        aria-label={t('structure.fields')}
        expandedKeys={expanded}
        onExpandedChange={(keys) => {
          if (isLarge) setOpened(new Set([...keys].map(String)))
          else setClosed(new Set(branches.filter((id) => !keys.has(id))))
        }}
      >
        {nodes.map((node) => (
          <FieldRow key={node.id} node={node} onOpen={setOpen} />
        ))}
      </Tree>
      {countOf(nodes) >= MAX_NODES && (
        <p className="line-details-none">{t('structure.moreFields')}</p>
      )}
      {open !== null && <FieldMenu open={open} raw={raw} onClose={() => setOpen(null)} />}
    </>
  )
}

function branchesOf(nodes: readonly FieldNode[]): readonly string[] {
  return nodes.flatMap(({ id, field, parts }) => (field === null ? [id, ...branchesOf(parts)] : []))
}

function countOf(nodes: readonly FieldNode[]): number {
  return nodes.reduce((sum, { parts }) => sum + 1 + countOf(parts), 0)
}
