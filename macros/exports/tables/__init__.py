"""exports/tables"""
