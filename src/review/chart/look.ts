/** The charts' colours, from the theme as it stands: charts know no CSS variables. */
export interface Look {
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly line: string
  readonly lineStrong: string
  readonly panel: string
  readonly calm: string
  readonly now: string
  readonly grave: string
  readonly done: string
  readonly font: string
}

const looks = new Map<string, Look>()

/** Read once for each theme: asking for a style makes the browser work out all that has just changed. */
export function look(): Look {
  const { theme = '' } = document.documentElement.dataset
  const known = looks.get(theme)
  if (known) return known
  const made = read()
  looks.set(theme, made)
  return made
}

function read(): Look {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ink: of('--ink'),
    ink2: of('--ink-2'),
    ink3: of('--ink-3'),
    line: of('--line'),
    lineStrong: of('--line-strong'),
    panel: of('--panel'),
    calm: of('--calm'),
    now: of('--now'),
    grave: of('--grave'),
    done: of('--done'),
    font: of('--font'),
  }
}

/** Axis, tooltip and text as all our charts have them. */
export function axis({ ink3, line, lineStrong }: Look) {
  return {
    axisLine: { lineStyle: { color: lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: ink3, fontSize: 12 },
    splitLine: { lineStyle: { color: line } },
  }
}

export function tooltip({ panel, ink, lineStrong, font }: Look) {
  return {
    trigger: 'item' as const,
    confine: true,
    backgroundColor: panel,
    borderColor: lineStrong,
    textStyle: { color: ink, fontSize: 12, fontFamily: font },
    // what is shown there comes from files: text, never markup
    renderMode: 'richText' as const,
  }
}
