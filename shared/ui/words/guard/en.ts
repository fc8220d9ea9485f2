import type { SecretKind } from '../../../guard.ts'

/** The English texts of what should not be sent. */
export const english = {
  title: 'Before this is sent',
  kinds: {
    password: 'a password',
    token: 'an access key',
    card: 'a card number',
    iban: 'a bank account number',
    ssn: 'a social security number',
    'tax-id': 'a tax number',
    own: 'something that this desk keeps secret',
  } satisfies Record<SecretKind, string>,
  found: (what: string[]) => `This looks like ${what.join(', ')}. Nobody here needs it, and what is sent stays on record.`,
  asking: 'You are asking for a password. Nobody should tell his to anybody, not to a help desk either: offer to reset it.',
  mask: 'Mask it and send',
  change: 'Change the text',
  anyway: 'It is not secret, send it',
  askAnyway: 'I am not asking for it, send it',
}
