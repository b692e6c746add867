-- SPDX-License-Identifier: MIT
-- One actor's circle out of a table of claims, as a table that entente understands: the claims about
-- ties among all whom the actor "start" reaches in at most "hops" steps.
--
--   psql -X -q --csv -v start=a1 -v hops=2 -f circle.sql | entente convert - --input-format=csv
WITH RECURSIVE circle (actor, steps) AS (
    SELECT :'start', 0
  UNION
    SELECT CASE WHEN c.who = circle.actor THEN c.whom ELSE c.who END, circle.steps + 1
    FROM circle JOIN claims AS c ON circle.actor IN (c.who, c.whom)
    WHERE circle.steps < :hops
), members AS (
  SELECT DISTINCT actor FROM circle
)
SELECT c.source, c.who, c.what, c.whom AS "to whom", c.held AS "when"
FROM claims AS c
WHERE c.who IN (SELECT actor FROM members) AND c.whom IN (SELECT actor FROM members)
ORDER BY c.id;
