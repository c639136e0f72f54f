"""monitoring: campaigns, data requests, decisions, what the scheduler did"""

import sqlalchemy as sa
from alembic import op

revision = '20261122_0004_monitoring'
down_revision = '20261122_0003_delivery'
branch_labels = None
depends_on = None

def upgrade() -> None:
    op.create_table('indicator_set',
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator_set')),
    sa.UniqueConstraint('digest', name=op.f('uq_indicator_set_digest'))
    )
    op.create_table('job_run',
    sa.Column('job', sa.String(length=24), nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_job_run')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_job_run_job_started', 'job_run', ['job', 'started_at'], unique=False)
    op.create_table('campaign',
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('key', sa.String(length=24), nullable=False),
    sa.Column('occasion', sa.String(length=40), nullable=True),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('wording', sa.String(length=1000), nullable=False),
    sa.Column('consolidated', sa.Boolean(), nullable=False),
    sa.Column('covers_from', sa.Date(), nullable=False),
    sa.Column('covers_to', sa.Date(), nullable=False),
    sa.Column('opens_on', sa.Date(), nullable=False),
    sa.Column('opens_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('wished_on', sa.Date(), nullable=False),
    sa.Column('deadline_on', sa.Date(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('schools', sa.JSON(), nullable=True),
    sa.Column('indicator_set_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_campaign_created_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['indicator_set_id'], ['indicator_set.id'], name=op.f('fk_campaign_indicator_set_id_indicator_set')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign')),
    sa.UniqueConstraint('occasion', name=op.f('uq_campaign_occasion')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_campaign_state_opens', 'campaign', ['state', 'opens_at'], unique=False)
    op.create_table('campaign_step',
    sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('step', sa.String(length=16), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reached', sa.Integer(), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_step_campaign_id_campaign'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign_step')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_campaign_step_state_due', 'campaign_step', ['state', 'due_at'], unique=False)
    op.create_index('uq_campaign_step', 'campaign_step', ['campaign_id', 'step'], unique=True)
    op.create_table('data_request',
    sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('returns', sa.SmallInteger(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('handed_in_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('returned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('checked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_data_request_campaign_id_campaign'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['checked_by'], ['person.id'], name=op.f('fk_data_request_checked_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['school.id'], name=op.f('fk_data_request_school_id_school')),
    sa.ForeignKeyConstraint(['submitted_by'], ['person.id'], name=op.f('fk_data_request_submitted_by_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_request')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_data_request_campaign_state', 'data_request', ['campaign_id', 'state'], unique=False)
    op.create_index(op.f('ix_data_request_school_id'), 'data_request', ['school_id'], unique=False)
    op.create_index('uq_data_request', 'data_request', ['campaign_id', 'school_id'], unique=True)
    op.create_index('uq_data_request_municipality', 'data_request', ['campaign_id'], unique=True, sqlite_where=sa.text('school_id IS NULL'), postgresql_where=sa.text('school_id IS NULL'))
    op.create_table('review',
    sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place', sa.String(length=24), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('conclusion', sa.String(length=2000), nullable=False),
    sa.Column('changed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id'], name=op.f('fk_review_campaign_id_campaign'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_review_changed_by_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review')),
    sqlite_autoincrement=True
    )
    op.create_index('uq_review', 'review', ['campaign_id', 'place'], unique=True)
    op.create_table('data_change',
    sa.Column('request_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('variable', sa.String(length=24), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('before', sa.JSON(), nullable=True),
    sa.Column('after', sa.JSON(), nullable=True),
    sa.Column('reason', sa.String(length=400), nullable=False),
    sa.Column('made_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['made_by'], ['person.id'], name=op.f('fk_data_change_made_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['request_id'], ['data_request.id'], name=op.f('fk_data_change_request_id_data_request'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_change')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_data_change_request', 'data_change', ['request_id', 'id'], unique=False)
    op.create_table('data_value',
    sa.Column('request_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('variable', sa.String(length=24), nullable=False),
    sa.Column('number', sa.Double(), nullable=True),
    sa.Column('text', sa.String(length=1000), nullable=True),
    sa.Column('no_data', sa.Boolean(), nullable=False),
    sa.Column('note', sa.String(length=400), nullable=False),
    sa.Column('file_id', sa.String(length=200), nullable=True),
    sa.Column('file_name', sa.String(length=120), nullable=False),
    sa.Column('origin', sa.String(length=8), nullable=False),
    sa.Column('returned', sa.String(length=400), nullable=True),
    sa.Column('marked', sa.String(length=400), nullable=True),
    sa.Column('before', sa.JSON(), nullable=True),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['given_by'], ['person.id'], name=op.f('fk_data_value_given_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['request_id'], ['data_request.id'], name=op.f('fk_data_value_request_id_data_request'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('request_id', 'variable', name=op.f('pk_data_value'))
    )
    op.create_table('decision',
    sa.Column('review_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('text', sa.String(length=1000), nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('schools', sa.JSON(), nullable=True),
    sa.Column('responsible', sa.String(length=200), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('report', sa.String(length=1000), nullable=False),
    sa.Column('reported_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('sent_back', sa.String(length=400), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_decision_created_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['reported_by'], ['person.id'], name=op.f('fk_decision_reported_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_decision_review_id_review'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['school.id'], name=op.f('fk_decision_school_id_school')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_decision_review_id'), 'decision', ['review_id'], unique=False)
    op.create_index('ix_decision_school_state', 'decision', ['school_id', 'state'], unique=False)
    op.create_table('low_reason',
    sa.Column('request_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('indicator', sa.String(length=24), nullable=False),
    sa.Column('text', sa.String(length=400), nullable=False),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['given_by'], ['person.id'], name=op.f('fk_low_reason_given_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['request_id'], ['data_request.id'], name=op.f('fk_low_reason_request_id_data_request'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('request_id', 'indicator', name=op.f('pk_low_reason'))
    )
    op.create_table('request_helper',
    sa.Column('request_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['given_by'], ['person.id'], name=op.f('fk_request_helper_given_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_request_helper_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['request_id'], ['data_request.id'], name=op.f('fk_request_helper_request_id_data_request'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('request_id', 'person_id', name=op.f('pk_request_helper'))
    )
    op.create_index(op.f('ix_request_helper_person_id'), 'request_helper', ['person_id'], unique=False)

def downgrade() -> None:
    op.drop_index(op.f('ix_request_helper_person_id'), table_name='request_helper')
    op.drop_table('request_helper')
    op.drop_table('low_reason')
    op.drop_index('ix_decision_school_state', table_name='decision')
    op.drop_index(op.f('ix_decision_review_id'), table_name='decision')
    op.drop_table('decision')
    op.drop_table('data_value')
    op.drop_index('ix_data_change_request', table_name='data_change')
    op.drop_table('data_change')
    op.drop_index('uq_review', table_name='review')
    op.drop_table('review')
    op.drop_index('uq_data_request_municipality', table_name='data_request', sqlite_where=sa.text('school_id IS NULL'), postgresql_where=sa.text('school_id IS NULL'))
    op.drop_index('uq_data_request', table_name='data_request')
    op.drop_index(op.f('ix_data_request_school_id'), table_name='data_request')
    op.drop_index('ix_data_request_campaign_state', table_name='data_request')
    op.drop_table('data_request')
    op.drop_index('uq_campaign_step', table_name='campaign_step')
    op.drop_index('ix_campaign_step_state_due', table_name='campaign_step')
    op.drop_table('campaign_step')
    op.drop_index('ix_campaign_state_opens', table_name='campaign')
    op.drop_table('campaign')
    op.drop_index('ix_job_run_job_started', table_name='job_run')
    op.drop_table('job_run')
    op.drop_table('indicator_set')
