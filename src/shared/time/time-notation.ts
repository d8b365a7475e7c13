/** How a time is spelled; one example of each stands beside its reader in this folder. */
export type TimeNotation =
  | 'iso'
  | 'syslog'
  | 'day-month-year'
  | 'month-day'
  | 'weekday'
  | 'klog'
  | 'epoch'
