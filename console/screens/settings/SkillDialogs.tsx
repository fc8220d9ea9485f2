import { useState } from 'preact/hooks'
import type { AgentSkills, TopicNeeds } from '../../../shared/protocol/skills.ts'
import { words as laterWords } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { readLanguages, readNeeds, readSkills, writtenNeeds, writtenSkills } from '../../models/skills.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormFoot } from '../../parts/FormFoot.tsx'
import { words } from '../../words.ts'

interface DialogProps {
  session: Session
  onClose: () => void
  /** Something was taken back after this dialog was closed. */
  onUndone: () => void
}

/** What an agent knows, and in which languages he writes. */
export function AgentSkillsDialog({ session, agent, onClose, onUndone }: DialogProps & { agent: AgentSkills }) {
  const { connection, notices } = session
  const told = laterWords.distribution
  const [form] = useState(() => {
    let { version } = agent
    return createForm(
      { skills: writtenSkills(agent.skills), languages: agent.languages.join(', ') },
      {
        check: ({ skills, languages }) => ({
          skills: readSkills(skills) ? null : told.skillsWrong,
          languages: readLanguages(languages) ? null : told.languagesWrong,
        }),
        save: async ({ skills, languages }) => {
          const wanted = { skills: Object.fromEntries(readSkills(skills) ?? []), languages: readLanguages(languages) ?? [] }
          version = (await connection.ask('skills:save-agent', { agent: agent.id, version, ...wanted })).version
        },
        saved: (undo) => {
          notices.done(words.settings.savedPage, () => undo().then(onUndone))
          onClose()
        },
      },
    )
  })
  return (
    <Dialog title={told.skillsOf(agent.name)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <TextField
          label={told.skills}
          hint={told.skillsWritten}
          value={form.values.value.skills}
          error={form.errors.value.skills}
          write={(skills) => form.set({ skills })}
        />
        <TextField
          label={told.languages}
          hint={told.languagesWritten}
          value={form.values.value.languages}
          error={form.errors.value.languages}
          write={(languages) => form.set({ languages })}
        />
        <FormFoot form={form} onReload={onClose} />
      </form>
    </Dialog>
  )
}

/** What the conversations of a topic ask of their agents. */
export function TopicNeedsDialog({ session, topic, onClose, onUndone }: DialogProps & { topic: TopicNeeds }) {
  const { connection, notices } = session
  const told = laterWords.distribution
  const [form] = useState(() => {
    let { version } = topic
    return createForm(
      { required: writtenNeeds(topic.needs, true), preferred: writtenNeeds(topic.needs, false) },
      {
        check: ({ required, preferred }) => ({
          required: readSkills(required) ? null : told.skillsWrong,
          preferred: readSkills(preferred) ? null : told.skillsWrong,
        }),
        save: async ({ required, preferred }) => {
          const needs = [...readNeeds(required, true), ...readNeeds(preferred, false)]
          version = (await connection.ask('skills:save-topic', { topic: topic.id, version, needs })).version
        },
        saved: (undo) => {
          notices.done(words.settings.savedPage, () => undo().then(onUndone))
          onClose()
        },
      },
    )
  })
  return (
    <Dialog title={told.needsOf(topic.name)} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <TextField
          label={told.required}
          hint={`${told.requiredHint} ${told.skillsWritten}`}
          value={form.values.value.required}
          error={form.errors.value.required}
          write={(required) => form.set({ required })}
        />
        <TextField
          label={told.preferred}
          hint={told.preferredHint}
          value={form.values.value.preferred}
          error={form.errors.value.preferred}
          write={(preferred) => form.set({ preferred })}
        />
        <FormFoot form={form} onReload={onClose} />
      </form>
    </Dialog>
  )
}

interface TextFieldProps {
  label: string
  hint: string
  value: string
  error: string | null | undefined
  write: (value: string) => void
}

const TextField = ({ label, hint, value, error, write }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => <input {...ids} maxLength={600} value={value} onInput={(event) => write(event.currentTarget.value)} />}
  </Field>
)
