"""Floor 4: checking, repairing and writing records, and where readers propose a change of one."""

from plugins.editing.suggestions import plan_suggestions

__all__ = ["plan_suggestions"]
