-- In:  KEYS line, open, proposals, places. ARGV conversation.
-- Out: nothing.
-- The one promise: the conversation waits here no longer, is proposed to nobody, and holds no agent's place.
redis.call('zrem', KEYS[1], ARGV[1])
redis.call('zrem', KEYS[2], ARGV[1])
local known = redis.call('hget', KEYS[3], ARGV[1])
if known then
  local agent = string.match(known, '^%S+ (%S+)')
  redis.call('hdel', KEYS[3], ARGV[1])
  if redis.call('hincrby', KEYS[4], agent, -1) <= 0 then
    redis.call('hdel', KEYS[4], agent)
  end
end
