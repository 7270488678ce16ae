-- What operators asked of servers, until it is known how it ended and the audit has it; then a week more, in case it is told again.
CREATE TABLE operator_acts (
    act_id      uuid        PRIMARY KEY,
    act         jsonb       NOT NULL,
    status      text,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX operator_acts_recorded_at ON operator_acts (recorded_at);
