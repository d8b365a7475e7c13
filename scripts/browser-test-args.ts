import { chromiumArgs } from './chromium-args.ts'

/**
 * What Chromium leaves out in tests. It takes the last list that it is given, so this one replaces
 * Playwright's own, whose features that matter here are repeated.
 */
const WITHOUT = [
  // A full Chromium loads both for every new window, though no window of a test has an address bar
  // to type in: two pages beside the one under test, 0.9 s of processor time a test.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // Of Playwright's list: what waits for a network, upgrades addresses or keeps an old frame.
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** The arguments with which the browser tests start Chromium. */
export function browserTestArgs(): string[] {
  return [...chromiumArgs(), `--disable-features=${WITHOUT.join()}`]
}
