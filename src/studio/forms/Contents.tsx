import { isList, isMap, type Json } from '../../core/scenario/edit/write.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { usePart } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import { ADDS, type Addable, useAdding } from './adding.ts'
import styles from './Forms.module.css'
import { NAMES } from './names.ts'
import { useChoiceGround, valueAt } from './useField.ts'

/** Where the first words of each stand. */
const WORDS: Readonly<Record<Addable, string>> = {
  facts: 'text',
  nodes: 'caller',
  groups: 'say',
  anywhere: 'caller',
  partners: 'name',
  endings: 'after',
  vary: 'name',
}

/** What belongs into a part of the call, what is there, each a step to its own form, and one more. */
export function Contents({ id }: { readonly id: Addable }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings, selection } = useStudio()
  const add = useAdding(useChoiceGround())
  const { path } = ADDS[id]
  const value = usePart(findings, ({ content }) => valueAt(content, [...path]))
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{t(`forms.about.${id}`)}</p>
      <ul className={styles.stack}>
        {entriesOf(value).map(([key, name, item]) => (
          <li key={key}>
            <Button
              className={styles.link}
              onClick={() => selection.set({ path: [...path, key], by: 'form' })}
            >
              <span>
                {name} <small>{firstWords(item, WORDS[id], lang)}</small>
              </span>
              <Icon name="next" size={12} />
            </Button>
          </li>
        ))}
      </ul>
      <Button className={styles.add} onClick={() => void add(id, 'form')}>
        <Icon name="plus" size={12} /> {t('outlineOf.add', { what: NAMES[id]?.[lang] ?? id })}
      </Button>
    </div>
  )
}

function entriesOf(value: Json | undefined): [string | number, string, Json][] {
  if (isList(value))
    return value.map((item, index) => [
      index,
      isMap(item) ? String(item.id ?? index + 1) : String(index + 1),
      item,
    ])
  return isMap(value) ? Object.entries(value).map(([key, item]) => [key, key, item]) : []
}

/** The first text of a thing, or of the first of a list. */
function firstWords(item: Json, key: string, lang: 'zh' | 'en'): string {
  const first = isList(item) ? item[0] : item
  const text = isMap(first) ? first[key] : undefined
  const one = isList(text) ? text[0] : text
  return isMap(one) && typeof one[lang] === 'string' ? one[lang] : ''
}
