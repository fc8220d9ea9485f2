-- In:  KEYS waiting, agents by load. ARGV agent, who waits next, his turn.
-- Out: nothing.
-- The one promise: the agent has a place again, and somebody new waits.
redis.call('zincrby', KEYS[2], -1, ARGV[1])
redis.call('zadd', KEYS[1], ARGV[3], ARGV[2])
