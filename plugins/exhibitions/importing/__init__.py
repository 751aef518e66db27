"""Take over the objects of other systems: a CSV of CollectionBuilder becomes objects.yaml, and no value is lost."""
