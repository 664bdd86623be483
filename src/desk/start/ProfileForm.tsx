import { type FormEvent, type ReactNode, type Ref, useId, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { MAX_BADGE, MAX_NAME, missing, type ProfileFields } from './profile.ts'
import styles from './Welcome.module.css'

export interface ProfileFormProps {
  readonly onEnrol: (fields: ProfileFields) => Promise<void>
  /** On the button. */
  readonly label: ReactNode
  readonly nameRef?: Ref<HTMLInputElement>
}

/** Name and badge number of somebody who trains here. */
export function ProfileForm({ onEnrol, label, nameRef }: ProfileFormProps) {
  const t = useT('start')
  const id = useId()
  const [fields, setFields] = useState<ProfileFields>({ name: '', badge: '' })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const wrong = asked ? missing(fields) : []
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    const [first] = missing(fields)
    if (first) {
      const field = event.currentTarget.elements.namedItem(first)
      if (field instanceof HTMLInputElement) field.focus()
      return
    }
    setBusy(true)
    void onEnrol(fields).finally(() => setBusy(false))
  }
  const field = (name: keyof ProfileFields, max: number) => {
    const isWrong = wrong.includes(name)
    return (
      <div className={styles.field}>
        <label htmlFor={`${id}${name}`}>{t(`form.${name}`)}</label>
        <input
          id={`${id}${name}`}
          name={name}
          ref={name === 'name' ? nameRef : undefined}
          value={fields[name]}
          maxLength={max}
          autoComplete="off"
          spellCheck={false}
          required
          aria-invalid={isWrong}
          aria-describedby={`${id}${name}-note`}
          onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
        />
        <p id={`${id}${name}-note`} className={isWrong ? styles.wrong : styles.note}>
          {t(isWrong ? `form.${name}Missing` : `form.${name}Note`)}
        </p>
      </div>
    )
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {field('name', MAX_NAME)}
      {field('badge', MAX_BADGE)}
      <Button type="submit" look="primary" className={styles.submit} disabled={busy}>
        {label}
      </Button>
    </form>
  )
}
