-- What stood as text on each worker. Nobody becomes a manager by it: that is said by name (kith people team).
INSERT INTO core_team (id, name, made_at)
    SELECT gen_random_uuid(), team, now() FROM core_worker WHERE team <> '' GROUP BY team
    ON CONFLICT DO NOTHING;
INSERT INTO core_membership (id, team_id, worker_id, is_manager, from_at)
    SELECT gen_random_uuid(), t.id, w.id, false, now() FROM core_worker w JOIN core_team t ON t.name = w.team
    ON CONFLICT DO NOTHING;
