"""exports/akn"""
