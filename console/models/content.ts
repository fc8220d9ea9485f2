/** Goes to where a screen begins. The address holds our place, so this cannot be a link to a part of the page. */
export const toContent = () => document.getElementById('content')?.focus()

/** What was pressed on the way to another screen is gone with the old one, and takes the focus along. */
export const keepFocus = () => {
  if (document.activeElement === document.body) toContent()
}
