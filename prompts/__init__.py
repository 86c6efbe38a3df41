"""What a language model is told: one French file a task, with its version; nothing here imports the other rooms."""

from prompts.loader import PromptFile, load_prompt, task_names

__all__ = ["PromptFile", "load_prompt", "task_names"]
