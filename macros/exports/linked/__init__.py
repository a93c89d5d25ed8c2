"""exports/linked"""
