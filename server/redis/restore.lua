-- In:  KEYS line, open, proposals, places. ARGV conversation, agent, offer, until (ms), team, turn.
-- Out: nothing.
-- The one promise: the conversation waits at its turn and is proposed under this offer, which PostgreSQL has made, and under no other.
redis.call('zadd', KEYS[1], ARGV[6], ARGV[1])
redis.call('zrem', KEYS[2], ARGV[1])
local known = redis.call('hget', KEYS[3], ARGV[1])
if known then
  local before = cjson.decode(known)
  if redis.call('hincrby', KEYS[4], before.agent, -1) <= 0 then
    redis.call('hdel', KEYS[4], before.agent)
  end
end
redis.call('hset', KEYS[3], ARGV[1], cjson.encode({ offer = ARGV[3], agent = ARGV[2], team = ARGV[5], till = tonumber(ARGV[4]) }))
redis.call('hincrby', KEYS[4], ARGV[2], 1)
