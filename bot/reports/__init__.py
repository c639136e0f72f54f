"""Pictures and files for people: PNG charts and DOCX documents.

Every text comes in translated; nothing here reads the database or a locale. The heavy
libraries are imported on first use, in the worker thread (see `worker.in_worker`).
"""
