"""What can be known of data before one trusts them: figures of the columns, problems, and the rows themselves.

``opening.open_views`` opens the data of a reference, ``profiling.profile`` describes them.
"""
