import { useEffect, useState } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { isList, isMap } from '../../core/scenario/edit/write.ts'
import { PLACEHOLDERS } from '../../core/scenario/placeholders.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { usePart, useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import { recordingsRenamed } from '../voice/rematch.ts'
import { isAddable } from './adding.ts'
import { Contents } from './Contents.tsx'
import { Faults } from './Faults.tsx'
import { Value } from './Field.tsx'
import styles from './Forms.module.css'
import { NAMES, nameOf } from './names.ts'
import { ObjectFields } from './ObjectFields.tsx'
import { META_KEYS, type Subject, subjectOf } from './subject.ts'
import { ChoiceContext, useField, useFreshChoiceGround, valueAt } from './useField.ts'
import { FormPlayer, FormPlayerContext } from './useMoodsAt.ts'

/** What is asked for again and again is always in sight. */
const ALWAYS: Readonly<Record<NonNullable<Subject['renames']>, readonly string[]>> = {
  node: ['caller', 'reveals', 'moods'],
  reply: ['say', 'act', 'moods', 'when', 'goto'],
  group: [],
  fact: ['record', 'is', 'weight', 'must', 'text'],
  flag: [],
  ending: ['outcome', 'after'],
  reaction: ['on', 'when', 'caller'],
  partner: ['name'],
  critical: ['line', 'kind', 'text'],
  vary: [],
}

/** The form of what is chosen. */
export function Inspector() {
  const { selection } = useStudio()
  const chosen = useValue(selection)
  const subject = subjectOf(chosen?.path ?? [])
  const [player] = useState(() => new FormPlayer())
  useEffect(() => () => player.dispose(), [player])
  return (
    <ChoiceContext value={useFreshChoiceGround()}>
      <FormPlayerContext value={player}>
        <SubjectForm key={subject.path.join('.')} subject={subject} />
      </FormPlayerContext>
    </ChoiceContext>
  )
}

function SubjectForm({ subject }: { readonly subject: Subject }) {
  const t = useT('studio')
  const { path, renames } = subject
  const field = useField(path)
  const { value } = field
  // a part without anything in it says what belongs there
  if (path.length > 0 && value === undefined && !isContainer(path))
    return <p className={styles.none}>{t('forms.nothing')}</p>
  return (
    <div className={styles.inspector}>
      <Head subject={subject} />
      <div className={styles.form}>
        <Faults faults={field.faults} />
        {path.length === 0 ? (
          <ObjectFields path={[]} only={META_KEYS} always={META_KEYS} />
        ) : renames === 'node' || renames === 'group' ? (
          <>
            {renames === 'node' && (
              <ObjectFields path={path} except={['replies']} always={ALWAYS.node} />
            )}
            <Replies path={renames === 'node' ? [...path, 'replies'] : path} />
          </>
        ) : renames === 'vary' || isList(value) || renames === null ? (
          <PartForm path={path} />
        ) : (
          <ObjectFields path={path} except={['id']} always={ALWAYS[renames]} />
        )}
      </div>
    </div>
  )
}

/** Containers have lists of what is in them, the rest has its fields. */
const isContainer = (path: Path): boolean =>
  path.length === 1 && (path[0] === 'world' || isAddable(String(path[0])))

function PartForm({ path }: { readonly path: Path }) {
  const lang = useLanguage()
  const field = useField(path)
  const [first] = path
  if (path.length === 1 && typeof first === 'string' && isAddable(first))
    return <Contents id={first} />
  if (first === 'talk' && path.length === 1)
    return (
      <ObjectFields
        path={path}
        only={['start', 'interrupt', 'silence']}
        always={['start', 'silence']}
      />
    )
  if (first === 'world' && path.length === 1)
    return (
      <>
        <ObjectFields path={path} only={['stall']} />
        <Contents id="partners" />
      </>
    )
  if (first === 'key' && path.length === 1)
    return (
      <ObjectFields path={path} except={['critical']} always={['answers', 'achievable', 'best']} />
    )
  return <Value path={path} field={field} label={nameOf(path)[lang]} />
}

function Replies({ path }: { readonly path: Path }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings, selection, edit } = useStudio()
  const value = usePart(findings, ({ content }) => valueAt(content, path))
  const replies = isMap(value) ? Object.entries(value) : []
  const add = async () => {
    let n = 1
    while (replies.some(([name]) => name === `reply-${n}`)) n += 1
    const at = [...path, `reply-${n}`]
    const say = PLACEHOLDERS.reply
    if (
      await edit({ zh: '加回答', en: 'add a reply' }, [
        { kind: 'set', path: at, value: { act: ['OPEN_Q'], say } },
      ])
    )
      selection.set({ path: at, by: 'form' })
  }
  return (
    <section className={styles.stack}>
      <h3 className={styles.sub}>{NAMES.replies?.[lang]}</h3>
      {replies.map(([name, reply]) => {
        const say = isMap(reply) && isMap(reply.say) ? reply.say[lang] : name
        return (
          <Button
            key={name}
            className={styles.link}
            onClick={() => selection.set({ path: [...path, name], by: 'form' })}
          >
            <span>{String(say ?? name)}</span> <Icon name="next" size={12} />
          </Button>
        )
      })}
      <Button className={styles.add} data-place="add-reply" onClick={() => void add()}>
        <Icon name="plus" size={12} /> {t('forms.addReply')}
      </Button>
    </section>
  )
}

/** Whose form it is, its name, and what can be done with it as a whole. */
function Head({ subject }: { readonly subject: Subject }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { draft, edit, selection, findings } = useStudio()
  const { path, renames, isOne } = subject
  const value = usePart(findings, ({ content }) => valueAt(content, path))
  const inList = typeof path.at(-1) === 'number'
  const name = inList && isMap(value) ? String(value.id ?? '') : String(path.at(-1) ?? '')
  const what =
    path.length === 0
      ? t('forms.scenario')
      : isOne
        ? t(`forms.kinds.${renames ?? 'node'}`)
        : nameOf(path)[lang]
  const rename = async (to: string) => {
    if (renames === null || to === name || to === '') return
    const label = { zh: `改名为 ${to}`, en: `rename to ${to}` }
    const done = await edit(label, [{ kind: 'rename', what: renames, path, to }], undefined, () =>
      renames === 'node' || renames === 'reaction'
        ? recordingsRenamed(draft.state.files, renames, name, to)
        : [],
    )
    if (done && !inList) selection.set({ path: [...path.slice(0, -1), to], by: 'form' })
  }
  const copy = async () => {
    const siblings = valueAt(findings.get().content, path.slice(0, -1))
    const taken = isMap(siblings) ? Object.keys(siblings) : []
    let n = 2
    while (taken.includes(`${name}-${n}`)) n += 1
    const as = `${name}-${n}`.slice(0, 40)
    const above = path.slice(0, -1)
    const made = inList
      ? await edit({ zh: `复制 ${name}`, en: `duplicate ${name}` }, [
          {
            kind: 'insert',
            path: above,
            index: Number(path.at(-1)) + 1,
            value: { ...(isMap(value) ? value : {}), id: as },
          },
        ])
      : await edit({ zh: `复制 ${name}`, en: `duplicate ${name}` }, [{ kind: 'copy', path, as }])
    if (made) selection.set({ path: [...above, inList ? Number(path.at(-1)) + 1 : as], by: 'form' })
  }
  return (
    <header className={styles.head}>
      <span className={styles.what}>{what}</span>
      {renames !== null && <NameBox key={name} name={name} onRename={(to) => void rename(to)} />}
      {isOne && (
        <>
          <Button
            look="quiet"
            square
            aria-label={t('forms.duplicate')}
            title={t('forms.duplicate')}
            onClick={() => void copy()}
          >
            <Icon name="copy" size={14} />
          </Button>
          <Button
            look="quiet"
            square
            aria-label={t('forms.delete')}
            title={t('forms.delete')}
            onClick={() =>
              void edit({ zh: `删去 ${name}`, en: `delete ${name}` }, [
                { kind: 'remove', path },
              ]).then((done) => done && selection.set(null))
            }
          >
            <Icon name="trash" size={14} />
          </Button>
        </>
      )}
    </header>
  )
}

function NameBox({
  name,
  onRename,
}: {
  readonly name: string
  readonly onRename: (to: string) => void
}) {
  const t = useT('studio')
  const [text, setText] = useState(name)
  return (
    <input
      type="text"
      className={styles.name}
      aria-label={t('forms.name')}
      title={t('forms.renameHint')}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => onRename(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setText(name)
      }}
    />
  )
}
