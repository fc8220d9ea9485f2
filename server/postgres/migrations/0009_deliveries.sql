-- Deliveries are found again by ticket, state and time, and keep why they failed in a form that each reader's language can word.

alter table outbox add last_trouble jsonb;
create index outbox_of_conversation on outbox (conversation_id, position desc);
create index outbox_of_state on outbox (state, position desc);
create index outbox_created on outbox (created_at);
