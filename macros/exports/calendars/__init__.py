"""exports/calendars"""
