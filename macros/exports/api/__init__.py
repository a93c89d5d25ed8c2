"""exports/api"""
