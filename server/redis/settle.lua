-- In:  KEYS line, open, proposals, places, kinds. ARGV conversation, team.
-- Out: nothing.
-- The one promise: the conversation waits in this team no longer, is proposed to nobody of it, and holds no agent's place for it.
-- What another team proposes, where it waits meanwhile, is not touched.
redis.call('zrem', KEYS[1], ARGV[1])
redis.call('zrem', KEYS[2], ARGV[1])
local kind = redis.call('hget', KEYS[5], ARGV[1])
if kind then
  redis.call('zrem', KEYS[2] .. '/' .. kind, ARGV[1])
  redis.call('hdel', KEYS[5], ARGV[1])
end
local known = redis.call('hget', KEYS[3], ARGV[1])
if known then
  local agent, team = string.match(known, '^%S+ (%S+) %S+ (%S+)')
  if team ~= ARGV[2] then
    return
  end
  redis.call('hdel', KEYS[3], ARGV[1])
  if redis.call('hincrby', KEYS[4], agent, -1) <= 0 then
    redis.call('hdel', KEYS[4], agent)
  end
end
