-- In:  KEYS line, open, proposals, teams. ARGV conversation, turn, team.
-- Out: nothing.
-- The one promise: afterwards the conversation waits at this turn, and is open to offers unless it is being offered.
redis.call('sadd', KEYS[4], ARGV[3])
redis.call('zadd', KEYS[1], ARGV[2], ARGV[1])
if redis.call('hexists', KEYS[3], ARGV[1]) == 0 then
  redis.call('zadd', KEYS[2], ARGV[2], ARGV[1])
end
