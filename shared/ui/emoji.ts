/** What people put into messages most, by what it is about. Screen readers know the name of each in their reader's language. */
export const emoji = {
  faces:
    '😀 😃 😄 😁 😅 😂 🤣 🙂 🙃 😉 😊 😇 😍 😘 😋 😜 🤔 🤨 😐 😑 😶 🙄 😏 😬 😌 😔 😴 😷 🤒 🤕 🤢 🥵 🥶 😵 🤯 😎 🤓 🧐 😕 😟 🙁 😮 😲 😳 🥺 😨 😰 😢 😭 😱 😞 😓 😩 😤 😡',
  people: '👍 👎 👌 ✌️ 🤞 👋 ✋ 👏 🙌 🙏 🤝 💪 👉 👈 👆 👇 ☝️ ✍️ 👀 🧠 🤷 🤦 🙋 💁 👩‍💻 👨‍💻 🏃 🚶 👥 👻',
  things:
    '💻 🖥️ ⌨️ 🖱️ 🖨️ 📱 ☎️ 📞 🔋 🔌 📷 🎧 🎤 💾 💿 📀 📶 📡 🔒 🔓 🔑 🛡️ 🔧 🔨 ⚙️ 🧰 💡 📎 📌 📁 📂 📄 📊 📈 📅 📧 📨 📦 🗑️ ☕ 🍕 🎂 🚗 ✈️ 🏠 🏢',
  signs: '✅ ☑️ ✔️ ❌ ❗ ❓ ⚠️ 🚫 ⛔ ♻️ 🔄 ⬆️ ⬇️ ➡️ ⬅️ ⏳ ⌛ ⏰ 🕐 💤 💬 📣 🔔 🔕 ❤️ 💔 💯 🔥 ✨ ⭐ 🎉 🎁 🏆 🚀 ☀️ ☁️ 🌧️ ⚡ ❄️ 🌈',
} as const

export type EmojiGroup = keyof typeof emoji
