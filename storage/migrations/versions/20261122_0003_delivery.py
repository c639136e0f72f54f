"""delivery: broadcasts and events"""

import sqlalchemy as sa
from alembic import op

revision = '20261122_0003_delivery'
down_revision = '20261122_0002_people_and_roles'
branch_labels = None
depends_on = None

def upgrade() -> None:
    op.create_table('event',
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('description', sa.String(length=2000), nullable=False),
    sa.Column('form', sa.String(length=40), nullable=True),
    sa.Column('level', sa.String(length=40), nullable=True),
    sa.Column('vector', sa.String(length=40), nullable=True),
    sa.Column('direction', sa.String(length=40), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('link', sa.String(length=500), nullable=False),
    sa.Column('seats', sa.SmallInteger(), nullable=True),
    sa.Column('register_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('audience', sa.JSON(), nullable=False),
    sa.Column('audience_only', sa.Boolean(), nullable=False),
    sa.Column('organiser', sa.String(length=200), nullable=False),
    sa.Column('picture', sa.String(length=200), nullable=True),
    sa.Column('revision', sa.SmallInteger(), nullable=False),
    sa.Column('code', sa.String(length=8), nullable=False),
    sa.Column('token', sa.String(length=24), nullable=False),
    sa.Column('cancel_reason', sa.String(length=400), nullable=False),
    sa.Column('materials_open', sa.Boolean(), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_event_created_by_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event')),
    sa.UniqueConstraint('token', name=op.f('uq_event_token')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_event_state_starts', 'event', ['state', 'starts_at'], unique=False)
    op.create_table('saved_audience',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('criteria', sa.JSON(), nullable=False),
    sa.Column('listed', sa.Boolean(), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_saved_audience_created_by_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_audience')),
    sa.UniqueConstraint('name', name=op.f('uq_saved_audience_name')),
    sqlite_autoincrement=True
    )
    op.create_table('subscription',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('category', sa.String(length=60), nullable=False),
    sa.Column('wanted', sa.Boolean(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_subscription_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', 'category', name=op.f('pk_subscription'))
    )
    op.create_table('audience_member',
    sa.Column('audience_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['audience_id'], ['saved_audience.id'], name=op.f('fk_audience_member_audience_id_saved_audience'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_audience_member_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('audience_id', 'person_id', name=op.f('pk_audience_member'))
    )
    op.create_index(op.f('ix_audience_member_person_id'), 'audience_member', ['person_id'], unique=False)
    op.create_table('broadcast',
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('category', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('media', sa.String(length=16), nullable=True),
    sa.Column('file_id', sa.String(length=200), nullable=True),
    sa.Column('file_name', sa.String(length=120), nullable=False),
    sa.Column('button_text', sa.String(length=40), nullable=False),
    sa.Column('button_url', sa.String(length=500), nullable=False),
    sa.Column('ack', sa.Boolean(), nullable=False),
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('audience', sa.JSON(), nullable=False),
    sa.Column('left_out', sa.JSON(), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('queued_to', sa.Integer(), nullable=False),
    sa.Column('scheduled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_broadcast_created_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_broadcast_event_id_event'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcast')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_broadcast_event_id'), 'broadcast', ['event_id'], unique=False)
    op.create_index('ix_broadcast_state_at', 'broadcast', ['state', 'scheduled_at'], unique=False)
    op.create_table('event_material',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('file_id', sa.String(length=200), nullable=True),
    sa.Column('url', sa.String(length=500), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_event_material_event_id_event'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_material')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_event_material_event_id'), 'event_material', ['event_id'], unique=False)
    op.create_table('event_topic',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_event_topic_event_id_event'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('event_id', 'kind', 'key', name=op.f('pk_event_topic'))
    )
    op.create_index('ix_event_topic_kind_key', 'event_topic', ['kind', 'key'], unique=False)
    op.create_table('registration',
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('attended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attended_how', sa.String(length=8), nullable=True),
    sa.Column('walked_in', sa.Boolean(), nullable=False),
    sa.Column('code_tries', sa.SmallInteger(), nullable=False),
    sa.Column('rating', sa.SmallInteger(), nullable=True),
    sa.Column('comment', sa.String(length=1000), nullable=True),
    sa.Column('rated_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.CheckConstraint('rating IS NULL OR rating BETWEEN 1 AND 5', name=op.f('ck_registration_rating_range')),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_registration_event_id_event'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_registration_person_id_person'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_registration')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_registration_event_state_since', 'registration', ['event_id', 'state', 'since'], unique=False)
    op.create_index('ix_registration_person_state', 'registration', ['person_id', 'state'], unique=False)
    op.create_index('uq_registration', 'registration', ['event_id', 'person_id'], unique=True)
    op.create_table('acknowledgement',
    sa.Column('broadcast_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['broadcast_id'], ['broadcast.id'], name=op.f('fk_acknowledgement_broadcast_id_broadcast'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_acknowledgement_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('broadcast_id', 'person_id', name=op.f('pk_acknowledgement'))
    )
    op.create_index(op.f('ix_acknowledgement_person_id'), 'acknowledgement', ['person_id'], unique=False)
    op.add_column('outbox', sa.Column('broadcast_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    op.add_column('outbox', sa.Column('subject', sa.String(length=40), nullable=True))
    op.add_column('outbox', sa.Column('uncertain', sa.SmallInteger(), server_default='0', nullable=False))
    op.add_column('outbox', sa.Column('due_at', sa.DateTime(timezone=True), nullable=True))
    op.execute('UPDATE outbox SET due_at = next_at')
    op.add_column('outbox', sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True))
    op.drop_index('ix_outbox_state_next', table_name='outbox')
    op.create_index('ix_outbox_broadcast_due', 'outbox', ['broadcast_id', 'state', 'next_at'], unique=False)
    op.create_index('ix_outbox_notice_due', 'outbox', ['state', 'next_at'], unique=False, sqlite_where=sa.text('broadcast_id IS NULL'), postgresql_where=sa.text('broadcast_id IS NULL'))
    op.create_index('ix_outbox_state_lease', 'outbox', ['state', 'lease_until'], unique=False)
    op.create_index('ix_outbox_subject_state', 'outbox', ['subject', 'state'], unique=False)
    op.add_column('person', sa.Column('reminders', sa.String(length=16), nullable=True))
    op.add_column('person', sa.Column('unreachable_at', sa.DateTime(timezone=True), nullable=True))

def downgrade() -> None:
    op.drop_column('person', 'unreachable_at')
    op.drop_column('person', 'reminders')
    op.drop_index('ix_outbox_subject_state', table_name='outbox')
    op.drop_index('ix_outbox_state_lease', table_name='outbox')
    op.drop_index('ix_outbox_notice_due', table_name='outbox', sqlite_where=sa.text('broadcast_id IS NULL'), postgresql_where=sa.text('broadcast_id IS NULL'))
    op.drop_index('ix_outbox_broadcast_due', table_name='outbox')
    op.create_index('ix_outbox_state_next', 'outbox', ['state', 'next_at'], unique=False)
    op.drop_column('outbox', 'expires_at')
    op.drop_column('outbox', 'due_at')
    op.drop_column('outbox', 'uncertain')
    op.drop_column('outbox', 'subject')
    op.drop_column('outbox', 'broadcast_id')
    op.drop_index(op.f('ix_acknowledgement_person_id'), table_name='acknowledgement')
    op.drop_table('acknowledgement')
    op.drop_index('uq_registration', table_name='registration')
    op.drop_index('ix_registration_person_state', table_name='registration')
    op.drop_index('ix_registration_event_state_since', table_name='registration')
    op.drop_table('registration')
    op.drop_index('ix_event_topic_kind_key', table_name='event_topic')
    op.drop_table('event_topic')
    op.drop_index(op.f('ix_event_material_event_id'), table_name='event_material')
    op.drop_table('event_material')
    op.drop_index('ix_broadcast_state_at', table_name='broadcast')
    op.drop_index(op.f('ix_broadcast_event_id'), table_name='broadcast')
    op.drop_table('broadcast')
    op.drop_index(op.f('ix_audience_member_person_id'), table_name='audience_member')
    op.drop_table('audience_member')
    op.drop_table('subscription')
    op.drop_table('saved_audience')
    op.drop_index('ix_event_state_starts', table_name='event')
    op.drop_table('event')
