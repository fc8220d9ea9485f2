-- In:  KEYS line, open, proposals, places, kinds, opened. ARGV conversation, offer.
-- Out: 1 if it was proposed under this offer, else 0.
-- The one promise: the conversation is back at its turn among its kind, and the agent's place is free again, once however often it is
-- called.
local known = redis.call('hget', KEYS[3], ARGV[1])
if not known then
  return 0
end
local offer, agent = string.match(known, '^(%S+) (%S+)')
if offer ~= ARGV[2] then
  return 0
end
redis.call('hdel', KEYS[3], ARGV[1])
if redis.call('hincrby', KEYS[4], agent, -1) <= 0 then
  redis.call('hdel', KEYS[4], agent)
end
local turn = redis.call('zscore', KEYS[1], ARGV[1])
if turn then
  local kind = redis.call('hget', KEYS[5], ARGV[1])
  redis.call('zadd', kind and KEYS[2] .. '/' .. kind or KEYS[2], turn, ARGV[1])
  if kind then
    redis.call('sadd', KEYS[6], kind)
  end
end
return 1
