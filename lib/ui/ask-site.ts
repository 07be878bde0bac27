/** Asks the browser for a site, and gives it back. What follows is the background's: lib/background/sites.ts. */
import { browser } from 'wxt/browser';

/** Must be called within the click itself, or the browser asks nobody. False: the agent said no. */
export function askFor(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

export function giveBack(patterns: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: patterns });
}
