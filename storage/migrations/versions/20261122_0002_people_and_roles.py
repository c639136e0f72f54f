"""people, roles and administration"""

import sqlalchemy as sa
from alembic import op

revision = '20261122_0002_people_and_roles'
down_revision = '20261122_0001_foundation'
branch_labels = None
depends_on = None

# The application adds to the audit log and reads it; the database itself refuses the rest.
_SQLITE_REFUSALS = [
    f"CREATE TRIGGER audit_entry_no_{verb.lower()} BEFORE {verb} ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
    for verb in ('UPDATE', 'DELETE')
]
_POSTGRESQL_REFUSALS = [
    "CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
    "CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry "
    "FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()",
]

def upgrade() -> None:
    op.create_table('audit_entry',
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('update_id', sa.BigInteger(), nullable=True),
    sa.Column('actor_id', sa.BigInteger(), nullable=True),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('subject_id', sa.BigInteger(), nullable=True),
    sa.Column('school_id', sa.BigInteger(), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_entry')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_audit_entry_actor_at', 'audit_entry', ['actor_id', 'at'], unique=False)
    op.create_index('ix_audit_entry_kind_at', 'audit_entry', ['kind', 'at'], unique=False)
    op.create_index('ix_audit_entry_subject_at', 'audit_entry', ['subject_id', 'at'], unique=False)
    op.create_table('held_update',
    sa.Column('update_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('telegram_id', sa.BigInteger(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('update_id', name=op.f('pk_held_update'))
    )
    op.create_index(op.f('ix_held_update_telegram_id'), 'held_update', ['telegram_id'], unique=False)
    op.create_table('setting',
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_setting'))
    )
    op.create_table('course',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('hours', sa.SmallInteger(), nullable=False),
    sa.Column('finished_on', sa.Date(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_course_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course')),
    sqlite_autoincrement=True
    )
    op.create_index('uq_course', 'course', ['person_id', 'title', 'finished_on'], unique=True)
    op.create_table('external_result',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('year', sa.SmallInteger(), nullable=False),
    sa.Column('outcome', sa.String(length=500), nullable=False),
    sa.Column('noted_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['noted_by'], ['person.id'], name=op.f('fk_external_result_noted_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_external_result_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_external_result')),
    sqlite_autoincrement=True
    )
    op.create_index('uq_external_result', 'external_result', ['person_id', 'title', 'year'], unique=True)
    op.create_table('invitation',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('role', sa.String(length=24), nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('direction', sa.String(length=40), nullable=False),
    sa.Column('label', sa.String(length=120), nullable=False),
    sa.Column('max_uses', sa.SmallInteger(), nullable=True),
    sa.Column('uses', sa.Integer(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_invitation_created_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['school.id'], name=op.f('fk_invitation_school_id_school')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitation_token_hash')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_invitation_expires', 'invitation', ['expires_at'], unique=False)
    op.create_index(op.f('ix_invitation_school_id'), 'invitation', ['school_id'], unique=False)
    op.create_table('outbox',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('dedupe_key', sa.String(length=120), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('attempts', sa.SmallInteger(), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('error', sa.String(length=300), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_outbox_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox')),
    sa.UniqueConstraint('dedupe_key', name=op.f('uq_outbox_dedupe_key')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_outbox_person_id'), 'outbox', ['person_id'], unique=False)
    op.create_index('ix_outbox_state_next', 'outbox', ['state', 'next_at'], unique=False)
    op.create_table('role_grant',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('role', sa.String(length=24), nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('direction', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['given_by'], ['person.id'], name=op.f('fk_role_grant_given_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_role_grant_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['school.id'], name=op.f('fk_role_grant_school_id_school')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role_grant')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_role_grant_person_id'), 'role_grant', ['person_id'], unique=False)
    op.create_index('ix_role_grant_role_state', 'role_grant', ['role', 'state'], unique=False)
    op.create_index(op.f('ix_role_grant_school_id'), 'role_grant', ['school_id'], unique=False)
    op.create_index('uq_role_grant_at_school', 'role_grant', ['person_id', 'role', 'school_id'], unique=True, sqlite_where=sa.text("state IN ('claimed', 'active') AND school_id IS NOT NULL"), postgresql_where=sa.text("state IN ('claimed', 'active') AND school_id IS NOT NULL"))
    op.create_index('uq_role_grant_elsewhere', 'role_grant', ['person_id', 'role', 'direction'], unique=True, sqlite_where=sa.text("state IN ('claimed', 'active') AND school_id IS NULL"), postgresql_where=sa.text("state IN ('claimed', 'active') AND school_id IS NULL"))
    op.create_table('school_transfer',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('from_school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('to_school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_school_transfer_decided_by_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['from_school_id'], ['school.id'], name=op.f('fk_school_transfer_from_school_id_school')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_school_transfer_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['to_school_id'], ['school.id'], name=op.f('fk_school_transfer_to_school_id_school')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_school_transfer')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_school_transfer_school_state', 'school_transfer', ['to_school_id', 'state'], unique=False)
    op.create_index('uq_school_transfer_waiting', 'school_transfer', ['person_id'], unique=True, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
    op.create_table('invitation_use',
    sa.Column('invitation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['invitation_id'], ['invitation.id'], name=op.f('fk_invitation_use_invitation_id_invitation'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_invitation_use_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('invitation_id', 'person_id', name=op.f('pk_invitation_use'))
    )
    op.create_index(op.f('ix_invitation_use_person_id'), 'invitation_use', ['person_id'], unique=False)
    op.add_column('person', sa.Column('attestation_on', sa.Date(), nullable=True))
    op.add_column('person', sa.Column('commands', sa.String(length=16), nullable=True))
    op.create_index(op.f('ix_person_attestation_on'), 'person', ['attestation_on'], unique=False)
    op.add_column('school', sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True))
    sqlite = op.get_bind().dialect.name == 'sqlite'
    for statement in _SQLITE_REFUSALS if sqlite else _POSTGRESQL_REFUSALS:
        op.execute(statement)


def downgrade() -> None:
    op.drop_column('school', 'edited_at')
    op.drop_index(op.f('ix_person_attestation_on'), table_name='person')
    op.drop_column('person', 'commands')
    op.drop_column('person', 'attestation_on')
    op.drop_index(op.f('ix_invitation_use_person_id'), table_name='invitation_use')
    op.drop_table('invitation_use')
    op.drop_index('uq_school_transfer_waiting', table_name='school_transfer', sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
    op.drop_index('ix_school_transfer_school_state', table_name='school_transfer')
    op.drop_table('school_transfer')
    op.drop_index('uq_role_grant_elsewhere', table_name='role_grant', sqlite_where=sa.text("state IN ('claimed', 'active') AND school_id IS NULL"), postgresql_where=sa.text("state IN ('claimed', 'active') AND school_id IS NULL"))
    op.drop_index('uq_role_grant_at_school', table_name='role_grant', sqlite_where=sa.text("state IN ('claimed', 'active') AND school_id IS NOT NULL"), postgresql_where=sa.text("state IN ('claimed', 'active') AND school_id IS NOT NULL"))
    op.drop_index(op.f('ix_role_grant_school_id'), table_name='role_grant')
    op.drop_index('ix_role_grant_role_state', table_name='role_grant')
    op.drop_index(op.f('ix_role_grant_person_id'), table_name='role_grant')
    op.drop_table('role_grant')
    op.drop_index('ix_outbox_state_next', table_name='outbox')
    op.drop_index(op.f('ix_outbox_person_id'), table_name='outbox')
    op.drop_table('outbox')
    op.drop_index(op.f('ix_invitation_school_id'), table_name='invitation')
    op.drop_index('ix_invitation_expires', table_name='invitation')
    op.drop_table('invitation')
    op.drop_index('uq_external_result', table_name='external_result')
    op.drop_table('external_result')
    op.drop_index('uq_course', table_name='course')
    op.drop_table('course')
    op.drop_table('setting')
    op.drop_index(op.f('ix_held_update_telegram_id'), table_name='held_update')
    op.drop_table('held_update')
    op.drop_index('ix_audit_entry_subject_at', table_name='audit_entry')
    op.drop_index('ix_audit_entry_kind_at', table_name='audit_entry')
    op.drop_index('ix_audit_entry_actor_at', table_name='audit_entry')
    op.drop_table('audit_entry')
    if op.get_bind().dialect.name == 'postgresql':
        op.execute("DROP FUNCTION audit_entry_refuse()")
