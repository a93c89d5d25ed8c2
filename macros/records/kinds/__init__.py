"""records/kinds"""
