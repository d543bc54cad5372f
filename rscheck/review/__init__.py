"""Outcomes to a report: findings with their places, and the verdict."""
