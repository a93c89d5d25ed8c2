"""desk/asking"""
