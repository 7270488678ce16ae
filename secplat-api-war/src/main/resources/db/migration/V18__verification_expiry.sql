-- The time of the proof of whose end people were reminded; a newer proof has another one and needs its own reminder.
ALTER TABLE assets ADD COLUMN verification_reminded_of timestamptz;

-- A proof that was noted without its time counts from the last change.
UPDATE assets SET verified_at = updated_at WHERE verified AND verified_at IS NULL;

-- The oldest proofs first; what a hand wrote without a time grows old like the rest.
CREATE INDEX assets_proven ON assets (coalesce(verified_at, updated_at)) WHERE verified;
