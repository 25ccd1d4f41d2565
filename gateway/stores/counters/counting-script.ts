import { partsOfWindow } from "./counting-state";

/**
 * What counting-state.ts does, inside Redis, where nothing else runs meanwhile.
 * KEYS: one per count. ARGV: the moment or "" for that of Redis; "take" or "add"; and for each key its kind, limit,
 * length ("" where it never ends), start or "", and amount.
 * Returns for each key: whether it is allowed, what is used, and the milliseconds until it is (-1: never).
 */
export const countingScript = `
local now
if ARGV[1] == '' then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
else
  now = tonumber(ARGV[1])
end
local adds = ARGV[2] == 'add'
local parts = ${partsOfWindow}
local forever = 315360000000

local function endOf(length, start)
  if length == nil then return -1 end
  if start == nil then return now + length end
  return start + (math.floor((now - start) / length) + 1) * length
end

local counts = {}
local all = true
for index, key in ipairs(KEYS) do
  local at = 3 + (index - 1) * 5
  local count = {
    key = key, sliding = ARGV[at] == 'sliding', limit = tonumber(ARGV[at + 1]), length = tonumber(ARGV[at + 2]),
    start = tonumber(ARGV[at + 3]), amount = tonumber(ARGV[at + 4]), used = 0, state = {}
  }
  local kept = redis.call('GET', key)
  local state = kept and cmsgpack.unpack(kept) or {}
  if count.sliding then
    for place = 1, #state, 2 do
      if state[place] + count.length > now then
        table.insert(count.state, state[place])
        table.insert(count.state, state[place + 1])
        count.used = count.used + state[place + 1]
      end
    end
  elseif state[1] and (state[1] == -1 or now < state[1]) then
    count.state = state
    count.used = state[2]
  end
  if count.amount == 0 then
    count.allowed = count.used < count.limit
  else
    count.allowed = adds or count.used + count.amount <= count.limit
  end
  all = all and count.allowed
  counts[index] = count
end

local function raise(count)
  local state = count.state
  local lasts
  if count.sliding then
    local last = #state - 1
    if last > 0 and math.floor(state[last] * parts / count.length) == math.floor(now * parts / count.length) then
      state[last] = now
      state[last + 1] = state[last + 1] + count.amount
    else
      table.insert(state, now)
      table.insert(state, count.amount)
    end
    lasts = count.length
  else
    local ends = state[1] or endOf(count.length, count.start)
    count.state = { ends, count.used + count.amount }
    lasts = ends == -1 and forever or ends - now
  end
  count.used = count.used + count.amount
  redis.call('SET', count.key, cmsgpack.pack(count.state), 'PX', math.max(1, math.ceil(lasts)))
end

local function untilFreed(count, needed)
  if not count.sliding then
    local ends = count.state[1] or endOf(count.length, count.start)
    if ends == -1 then return -1 end
    return ends - now
  end
  local sum = 0
  for place = 1, #count.state, 2 do
    sum = sum + count.state[place + 1]
    if sum >= needed then return count.state[place] + count.length - now end
  end
  return count.length
end

local answers = {}
for index, count in ipairs(counts) do
  if all and count.amount ~= 0 then raise(count) end
  if adds then count.allowed = count.used < count.limit end
  local waits = 0
  if not count.allowed then
    local wanted = adds and 1 or math.max(count.amount, 1)
    waits = untilFreed(count, count.used + wanted - count.limit)
  end
  answers[index] = { count.allowed and 1 or 0, count.used, waits }
end
return answers
`;
