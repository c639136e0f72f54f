"""people, schools, assessments"""

import sqlalchemy as sa
from alembic import op

revision = '20261122_0001_foundation'
down_revision = None
branch_labels = None
depends_on = None

def upgrade() -> None:

    op.create_table('fsm_record',
    sa.Column('key', sa.String(length=200), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.String(length=120), nullable=True),
    sa.Column('data', sa.Text(), nullable=True),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_fsm_record'))
    )
    with op.batch_alter_table('fsm_record', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_fsm_record_chat_id'), ['chat_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_fsm_record_updated_at'), ['updated_at'], unique=False)

    op.create_table('media_file',
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('file_id', sa.String(length=200), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_media_file'))
    )
    op.create_table('questionnaire_version',
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.Column('version', sa.String(length=20), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire_version')),
    sa.UniqueConstraint('digest', name=op.f('uq_questionnaire_version_digest'))
    )
    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_questionnaire_version_key'), ['key'], unique=False)

    op.create_table('school',
    sa.Column('key', sa.String(length=40), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('short_name', sa.String(length=120), nullable=False),
    sa.Column('english_name', sa.String(length=120), nullable=False),
    sa.Column('search_name', sa.String(length=400), nullable=False),
    sa.Column('support_status', sa.String(length=40), nullable=True),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_school')),
    sa.UniqueConstraint('key', name=op.f('uq_school_key'))
    )
    with op.batch_alter_table('school', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_school_search_name'), ['search_name'], unique=False)
        batch_op.create_index('uq_school_proposed_name', ['search_name'], unique=True, sqlite_where=sa.text("state = 'proposed'"), postgresql_where=sa.text("state = 'proposed'"))

    op.create_table('person',
    sa.Column('telegram_id', sa.BigInteger(), nullable=False),
    sa.Column('locale', sa.String(length=8), nullable=False),
    sa.Column('full_name', sa.String(length=120), nullable=True),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('position', sa.String(length=24), nullable=True),
    sa.Column('experience_years', sa.SmallInteger(), nullable=True),
    sa.Column('post_years', sa.SmallInteger(), nullable=True),
    sa.Column('category', sa.String(length=24), nullable=True),
    sa.Column('subjects_given', sa.Boolean(), nullable=False),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['school.id'], name=op.f('fk_person_school_id_school')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sa.UniqueConstraint('telegram_id', name=op.f('uq_person_telegram_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_school_id'), ['school_id'], unique=False)

    op.create_table('assessment',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('variant', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('cursor', sa.SmallInteger(), nullable=False),
    sa.Column('overall', sa.Double(), nullable=True),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_assessment_person_id_person'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['version_id'], ['questionnaire_version.id'], name=op.f('fk_assessment_version_id_questionnaire_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.create_index('ix_assessment_person_finished', ['person_id', 'finished_at'], unique=False)
        batch_op.create_index('uq_assessment_open', ['person_id'], unique=True, sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))

    op.create_table('consent',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.String(length=20), nullable=False),
    sa.Column('locale', sa.String(length=8), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_consent_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', 'version', name=op.f('pk_consent'))
    )
    op.create_table('person_subject',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('subject', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_person_subject_person_id_person'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', 'subject', name=op.f('pk_person_subject'))
    )
    op.create_table('answer',
    sa.Column('assessment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('position', sa.SmallInteger(), nullable=False),
    sa.Column('item', sa.String(length=40), nullable=False),
    sa.Column('value', sa.SmallInteger(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_answer_assessment_id_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('assessment_id', 'position', name=op.f('pk_answer'))
    )
    op.create_table('block_result',
    sa.Column('assessment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('block', sa.String(length=40), nullable=False),
    sa.Column('answered', sa.SmallInteger(), nullable=False),
    sa.Column('total', sa.SmallInteger(), nullable=False),
    sa.Column('deficit', sa.Double(), nullable=True),
    sa.Column('level', sa.String(length=24), nullable=False),
    sa.Column('gaps', sa.JSON(), nullable=False),
    sa.Column('strength_share', sa.Double(), nullable=True),
    sa.Column('is_strength', sa.Boolean(), nullable=False),
    sa.CheckConstraint('deficit IS NULL OR deficit BETWEEN 0 AND 100', name=op.f('ck_block_result_deficit_range')),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_block_result_assessment_id_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('assessment_id', 'block', name=op.f('pk_block_result'))
    )
    with op.batch_alter_table('block_result', schema=None) as batch_op:
        batch_op.create_index('ix_block_result_block_level', ['block', 'level'], unique=False)

    op.create_table('request_answer',
    sa.Column('assessment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('request', sa.String(length=40), nullable=False),
    sa.Column('chosen', sa.JSON(), nullable=False),
    sa.Column('text', sa.String(length=4000), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assessment_id'], ['assessment.id'], name=op.f('fk_request_answer_assessment_id_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('assessment_id', 'request', name=op.f('pk_request_answer'))
    )

def downgrade() -> None:

    op.drop_table('request_answer')
    with op.batch_alter_table('block_result', schema=None) as batch_op:
        batch_op.drop_index('ix_block_result_block_level')

    op.drop_table('block_result')
    op.drop_table('answer')
    op.drop_table('person_subject')
    op.drop_table('consent')
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.drop_index('uq_assessment_open', sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.drop_index('ix_assessment_person_finished')

    op.drop_table('assessment')
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_person_school_id'))

    op.drop_table('person')
    with op.batch_alter_table('school', schema=None) as batch_op:
        batch_op.drop_index('uq_school_proposed_name', sqlite_where=sa.text("state = 'proposed'"), postgresql_where=sa.text("state = 'proposed'"))
        batch_op.drop_index(batch_op.f('ix_school_search_name'))

    op.drop_table('school')
    with op.batch_alter_table('questionnaire_version', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_questionnaire_version_key'))

    op.drop_table('questionnaire_version')
    op.drop_table('media_file')
    with op.batch_alter_table('fsm_record', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_fsm_record_updated_at'))
        batch_op.drop_index(batch_op.f('ix_fsm_record_chat_id'))

    op.drop_table('fsm_record')

