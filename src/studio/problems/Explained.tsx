import { Fragment } from 'react'

/** An explanation, whose words of the file stand between backticks. */
export function Explained({ text }: { readonly text: string }) {
  // every second part stood between two of them
  const parts = text.split('`').map((words, at) => ({ words, at, isCode: at % 2 === 1 }))
  return parts.map(({ words, at, isCode }) =>
    isCode ? <code key={at}>{words}</code> : <Fragment key={at}>{words}</Fragment>,
  )
}
