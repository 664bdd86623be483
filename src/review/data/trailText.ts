import { markTenths, type Said } from '../../core/review/remark.ts'
import type { Translate } from '../../ui/i18n/keys.ts'
import { callTime } from '../frame/format.ts'
import type { ClassWords } from './classWords.ts'

/** What a remark says, in one line. */
export function trailText(what: Said, t: Translate<'review'>, classed: ClassWords): string {
  switch (what.kind) {
    case 'comment':
      return `${callTime(what.atMs)} ${what.text}`
    case 'reply':
      return what.text
    case 'mark': {
      const tenths = markTenths(what.marks)
      return tenths === null ? '—' : (tenths / 10).toFixed(1)
    }
    case 'override': {
      const words = what.of === 'class' ? classed : String
      return `${t(`attempt.of.${what.of}`)}: ${words(what.from)} → ${words(what.to)} · ${what.reason}`
    }
    case 'take-back':
      return what.reason
    case 'round':
      return `${what.title} · ${what.attempts.length} × ${what.raters.length}`
    case 'round-closed':
    case 'reviewed':
      return ''
    case 'sample':
      return `${what.attempts.length} / ${what.of}`
    case 'enrol':
    case 'dismiss':
      return what.name
    case 'intake':
      return [
        t('data.report', { added: what.added, known: what.known, counted: what.added }),
        what.remarks ? t('data.trailRemarks', { n: what.remarks }) : '',
        what.files.join('、'),
      ].join(' ')
    case 'people':
      return `${what.file} · ${what.count}`
    case 'demo':
      return t(what.loaded ? 'data.demoLoaded' : 'data.demoGone', { n: what.count })
  }
}
