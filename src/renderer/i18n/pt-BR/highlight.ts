import type { highlight as english } from '../en/highlight.ts'
import type { Translated } from '../translated.ts'

/** Colours of parts of lines, and labels. */
export const highlight: Translated<typeof english> = {
  'highlight.group': 'Cores',
  'highlight.open': 'Cores e regras…',
  'highlight.title': 'Cores nas linhas',
  'highlight.syntax': 'Colorir horários, endereços, números e afins em todos os logs',
  'highlight.toggleSyntax': 'Colorir ou não horários, endereços e afins',
  'highlight.toggleCompact': 'Mostrar as linhas JSON como texto, ou como são',
  'highlight.rules': 'Regras próprias',
  'highlight.noRules': 'O que uma regra encontra fica colorido em todos os logs.',
  'highlight.addRule': 'Adicionar regra',
  'highlight.ruleOn': 'Usar a regra {{place}}',
  'highlight.ruleColour': 'Cor da regra {{place}}',
  'highlight.rulePattern': 'Texto ou padrão da regra {{place}}',
  'highlight.ruleRemove': 'Remover a regra {{place}}',
  'highlight.ruleMistake': 'Isto ainda não é uma expressão regular.',
  'highlight.labels': 'Marcas de cor',
  'highlight.noLabels': 'Selecione um texto nas linhas e tecle Alt+1 a Alt+9 para marcá-lo.',
  'highlight.labelSelected': 'Marcar o texto selecionado com a cor {{colour}}',
  'highlight.removeLabel': 'Remover a marca “{{text}}”',
  'highlight.clearLabels': 'Remover todas as marcas de cor',
  'highlight.colour.1': 'Amarelo',
  'highlight.colour.2': 'Azul',
  'highlight.colour.3': 'Verde',
  'highlight.colour.4': 'Vermelho',
  'highlight.colour.5': 'Roxo',
  'highlight.colour.6': 'Laranja',
  'highlight.colour.7': 'Ciano',
  'highlight.colour.8': 'Rosa',
  'highlight.colour.9': 'Oliva',
  'highlight.runaway': 'Uma regra de destaque foi interrompida',
  'highlight.runaway.text':
    '“{{pattern}}” demora demais em uma linha deste log. Ela não pinta nada até você mudá-la.',
}
