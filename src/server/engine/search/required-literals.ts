import type { AST } from '@eslint-community/regexpp'
import { literalWeight } from './literal-weight.ts'

/** What stands in every match of a pattern. */
export interface RequiredLiterals {
  /** One of these does; in lower case where case does not matter. */
  readonly literals: readonly string[]
  /** Wherever one of them stands, the pattern matches: nothing is left to be tested. */
  readonly whole: boolean
}

/** Literals of one set at most: each is a pass over the bytes. */
const MAX_LITERALS = 16

/** Of those that leave nothing to be tested, however common they are: as many passes take as long as a RegExp. */
const MAX_WHOLE = 8

/** Characters of one literal at most: more make a search no faster. */
const MAX_LITERAL_LENGTH = 64

/** Characters of a class that are written out at most. */
const MAX_CLASS = 4

/** Sets that are worth less, in bits, stand in so many lines that they tell none apart. */
const MIN_WEIGHT = 7

/** What is known of the text that a part of a pattern matches. */
interface Facts {
  /** All texts that it can match; null when they are too many. */
  readonly exact: readonly string[] | null
  /** One of these begins what it matches. */
  readonly prefix: readonly string[]
  /** One of these ends it. */
  readonly suffix: readonly string[]
  /** The best set of which one stands in it; null when there is none. */
  readonly inner: readonly string[] | null
  /** Whether it looks at nothing but the text that it takes. */
  readonly plain: boolean
}

const NOTHING = ['']
const UNKNOWN: Facts = {
  exact: null,
  prefix: NOTHING,
  suffix: NOTHING,
  inner: null,
  plain: false,
}

/**
 * The best set of literals one of which is in every match of `pattern`, be it inside of groups,
 * repeated parts or all of its alternatives; null when there is none that helps. With `ignoreCase`,
 * A to Z are to be taken for a to z, and so are U+017F for s and U+212A for k: the flags `iu` do that.
 */
export function requiredLiterals(
  pattern: AST.Pattern,
  ignoreCase: boolean,
): RequiredLiterals | null {
  const facts = alternation(pattern.alternatives, ignoreCase)
  const { exact } = facts
  if (exact !== null && facts.plain && exact.length <= MAX_WHOLE && !exact.includes('')) {
    // Common ones too: where nothing is left to be tested, a finder is always best.
    return { literals: withoutLonger(exact), whole: true }
  }
  const found = bestOf(facts, ignoreCase)
  if (found === null || literalWeight(found, ignoreCase) < MIN_WEIGHT) return null
  return { literals: withoutLonger(found), whole: false }
}

/** A literal that has another one in it is found with that one. */
function withoutLonger(literals: readonly string[]): readonly string[] {
  return literals.filter((one) => !literals.some((other) => other !== one && one.includes(other)))
}

function alternation(alternatives: readonly AST.Alternative[], ignoreCase: boolean): Facts {
  const all = alternatives.map(({ elements }) => sequence(elements, ignoreCase))
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  const exact = union(all.map((facts) => facts.exact))
  return {
    exact,
    prefix: union(all.map((facts) => facts.exact ?? facts.prefix)) ?? NOTHING,
    suffix: union(all.map((facts) => facts.exact ?? facts.suffix)) ?? NOTHING,
    inner: union(all.map((facts) => bestOf(facts, ignoreCase))),
    plain: all.every((facts) => facts.plain),
  }
}

function sequence(elements: readonly AST.Element[], ignoreCase: boolean): Facts {
  /** What stands here since the last part that can be many things. */
  let run: readonly string[] = NOTHING
  let prefix: readonly string[] | null = null
  let inner: readonly string[] | null = null
  let plain = true
  for (const element of elements) {
    const facts = factsOf(element, ignoreCase)
    plain &&= facts.plain
    inner = better(inner, facts.inner, ignoreCase)
    const joined = product(run, facts.exact ?? facts.prefix)
    if (facts.exact !== null && joined !== null) {
      // Before it becomes several: the shorter one may be worth more.
      if (joined.length > run.length) inner = better(inner, run, ignoreCase)
      run = joined
      continue
    }
    const ended: readonly string[] = joined ?? run
    inner = better(inner, ended, ignoreCase)
    prefix ??= ended
    run = facts.exact ?? facts.suffix
  }
  if (prefix === null) return { exact: run, prefix: run, suffix: run, inner, plain }
  return { exact: null, prefix, suffix: run, inner: better(inner, run, ignoreCase), plain: false }
}

function factsOf(element: AST.Element, ignoreCase: boolean): Facts {
  switch (element.type) {
    case 'Character':
      return exactly(characterText(element.value, ignoreCase))
    case 'CharacterClass':
      return exactly(classTexts(element, ignoreCase))
    case 'CapturingGroup':
      return alternation(element.alternatives, ignoreCase)
    case 'Group':
      // Modifiers turn case and dot on and off in the middle.
      return element.modifiers === null ? alternation(element.alternatives, ignoreCase) : UNKNOWN
    case 'Quantifier':
      return repeated(element, ignoreCase)
    case 'Assertion': {
      const width0 = { exact: NOTHING, prefix: NOTHING, suffix: NOTHING, plain: false }
      if (element.kind !== 'lookahead' && element.kind !== 'lookbehind') {
        return { ...width0, inner: null }
      }
      // What it sees must be in the line, though not in the match.
      const seen = element.negate ? UNKNOWN : alternation(element.alternatives, ignoreCase)
      return { ...width0, inner: bestOf(seen, ignoreCase) }
    }
    case 'Backreference':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      return UNKNOWN
    default:
      return UNKNOWN
  }
}

function repeated({ element, min, max }: AST.Quantifier, ignoreCase: boolean): Facts {
  const facts = factsOf(element, ignoreCase)
  if (min === 0) {
    const exact = max === 1 ? union([facts.exact, NOTHING]) : null
    return exact === null
      ? UNKNOWN
      : { ...UNKNOWN, exact, prefix: exact, suffix: exact, plain: facts.plain }
  }
  if (facts.exact === null) {
    return { ...facts, suffix: facts.suffix, plain: false }
  }
  let times: readonly string[] | null = NOTHING
  for (let time = 0; time < min && times !== null; time++) times = product(times, facts.exact)
  if (times === null) return { ...UNKNOWN, prefix: facts.exact, suffix: facts.exact }
  if (min === max) return { ...facts, exact: times, prefix: times, suffix: times }
  return { ...UNKNOWN, prefix: times, suffix: times, inner: facts.inner }
}

function exactly(exact: readonly string[] | null): Facts {
  return exact === null
    ? UNKNOWN
    : { exact, prefix: exact, suffix: exact, inner: null, plain: true }
}

/** The texts that match a character; null where the bytes of a line may hold it otherwise. */
function characterText(code: number, ignoreCase: boolean): readonly string[] | null {
  // A line feed is in no line; U+FFFD stands for whatever could not be decoded; a NUL, a CR and a
  // byte order mark may be cut off a line; half a pair is no character.
  if (code === 0x0a || code === 0x0d || code === 0 || code === 0xfeff || code === 0xfffd)
    return null
  if (code >= 0xd800 && code <= 0xdfff) return null
  const text = String.fromCodePoint(code)
  if (!ignoreCase) return [text]
  const lower = text.toLowerCase()
  if (code < 0x80) return [lower]
  return lower === text && text.toUpperCase() === text ? [text] : null
}

function classTexts(node: AST.CharacterClass, ignoreCase: boolean): readonly string[] | null {
  if (node.negate || node.unicodeSets) return null
  const texts: (readonly string[] | null)[] = []
  for (const element of node.elements) {
    if (element.type === 'Character') texts.push(characterText(element.value, ignoreCase))
    else if (element.type === 'CharacterClassRange') {
      if (element.max.value - element.min.value >= MAX_CLASS) return null
      for (let code = element.min.value; code <= element.max.value; code++) {
        texts.push(characterText(code, ignoreCase))
      }
    } else return null
  }
  const all = union(texts)
  return all === null || all.length > MAX_CLASS ? null : all
}

/** All of these texts once; null when one of the sets is not known, or there are too many. */
function union(sets: readonly (readonly string[] | null)[]): readonly string[] | null {
  const all = new Set<string>()
  for (const set of sets) {
    if (set === null) return null
    for (const text of set) all.add(text)
  }
  return all.size > MAX_LITERALS ? null : [...all]
}

/** Each of the one followed by each of the other; null when that is too much. */
function product(heads: readonly string[], tails: readonly string[]): readonly string[] | null {
  if (heads.length * tails.length > MAX_LITERALS) return null
  const all = new Set(heads.flatMap((head) => tails.map((tail) => head + tail)))
  return [...all].some((text) => text.length > MAX_LITERAL_LENGTH) ? null : [...all]
}

/** The set that tells most of all that is known. */
function bestOf(
  { exact, prefix, suffix, inner }: Facts,
  ignoreCase: boolean,
): readonly string[] | null {
  const outer = exact ?? better(prefix, suffix, ignoreCase)
  return better(outer, inner, ignoreCase)
}

/** The one of two sets that is worth more. */
function better(
  one: readonly string[] | null,
  other: readonly string[] | null,
  ignoreCase: boolean,
): readonly string[] | null {
  if (one === null || other === null) return one ?? other
  return literalWeight(other, ignoreCase) > literalWeight(one, ignoreCase) ? other : one
}
