/** What is said in the pictures: `R` by the requester, `A` by Ada, `N` is a note of hers. */
export const chats = [
  {
    name: 'Aisha Khan',
    lines: [
      'R My account is locked again, the third time since Monday',
      'A Hello Aisha, I am looking into it.',
      'R Thank you, I wait here',
    ],
  },
  {
    name: 'Mei Chen',
    lines: [
      'R We are three people who should work with the mailbox events@northwind.example, but only one of us sees it in Outlook',
      'A Hello Mei. Who are the other two?',
      'R Noah Evans and me',
      'N Full access was missing, send-as was there. Approved by the owner in March.',
      'A The two of you could send from it, but not open it. I have added that now.',
      'A It appears by itself within an hour; a restart of Outlook makes it faster.',
      'R Just restarted. It is there! Noah says the same',
    ],
  },
  {
    name: 'Tom Becker',
    lines: [
      'R I got a mail that says my mailbox is full, with a link. Is it from you?',
      'A Hello Tom, no. Did you click on the link?',
      'R No, I thought I ask first',
    ],
  },
  {
    name: 'Sofia Nilsson',
    lines: ['R New phone, and the authenticator app is empty', 'A Hello Sofia, I send you a link to register the new one.'],
  },
]
