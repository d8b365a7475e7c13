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
  'highlight.ruleMove': 'Mover a regra {{place}}',
  'highlight.ruleMoved': 'Agora na posição {{place}} de {{all}}.',
  'highlight.ruleOrder':
    'Onde duas regras se encontram, vale a de baixo. Para mover uma regra, arraste a alça ou use as setas do teclado sobre ela.',
  'highlight.import': 'Importar…',
  'highlight.export': 'Exportar todas',
  'highlight.imported_one': '{{count, number}} regra importada.',
  'highlight.imported_many': '{{count, number}} regras importadas.',
  'highlight.imported_other': '{{count, number}} regras importadas.',
  'highlight.importedNone': 'Todas as regras deste arquivo já estão aqui.',
  'highlight.importForeign': 'Este não é um arquivo de regras de cor; nada foi importado.',
  'highlight.importFilters':
    'Este é um arquivo de filtros: importe-o em Filtros salvos; nada foi importado.',
  'highlight.importNewer':
    'Uma versão mais nova do Rastro gravou este arquivo; nada foi importado.',
  'highlight.importBroken': 'Este arquivo de regras de cor está danificado; nada foi importado.',
  'highlight.importBrokenRule':
    'A regra {{place}} deste arquivo está danificada; nada foi importado.',
  'highlight.importFull': 'Não cabem mais de {{max}} regras; nada foi importado.',
  'highlight.importUnreadable': 'Não foi possível ler o arquivo; nada foi importado.',
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
