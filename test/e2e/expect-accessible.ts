import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Notes what axe finds on the page as it stands, each with the elements that it is about. The test
 * goes on to its next state, and fails at its end. `rules` are those to look at; all when left out.
 */
export async function expectAccessible(
  page: Page,
  state: string,
  rules?: readonly string[],
): Promise<void> {
  // A colour half way through a transition is none of the page's colours.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  )
  // In one go: without frames there is nothing to gather in a page of its own, opened for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules !== undefined) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 300)}\n${failureSummary}`),
  }))
  expect.soft(found, `axe in the state “${state}”`).toEqual([])
}
