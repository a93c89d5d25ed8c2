"""exports/feeds"""
