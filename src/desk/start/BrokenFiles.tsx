import { useId } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import styles from './CallList.module.css'
import type { BrokenEntry } from './catalogue.ts'

/** Files with errors: where, what is wrong, how to mend it. The others are not stopped by them. */
export function BrokenFiles({ files }: { readonly files: readonly BrokenEntry[] }) {
  return (
    <>
      <Files files={files.filter(({ playable }) => !playable)} text="broken.title" />
      <Files files={files.filter(({ playable }) => playable)} text="broken.unproven" />
    </>
  )
}

interface FilesProps {
  readonly files: readonly BrokenEntry[]
  readonly text: 'broken.title' | 'broken.unproven'
}

function Files({ files, text }: FilesProps) {
  const t = useT('start')
  const lang = useLanguage()
  const id = useId()
  if (files.length === 0) return null
  return (
    <section className={styles.broken} aria-labelledby={id}>
      <h3 id={id}>
        <Icon name="warn" />
        {t(text, { count: files.length })}
      </h3>
      <ul>
        {files.map(({ id: folder, file, problems, count }) => (
          <li key={folder}>
            <ul>
              {problems.map(({ code, line, column, message, fix }) => (
                <li key={`${line}:${column}:${code}`}>
                  <code>
                    {file}:{line}:{column} {code}
                  </code>
                  <p>
                    {message[lang]} <span>{fix[lang]}</span>
                  </p>
                </li>
              ))}
              {count > problems.length && (
                <li>
                  <code>{t('broken.more', { count: count - problems.length })}</code>
                  <p>
                    <span>npm run -s scenario -- check {file}</span>
                  </p>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
