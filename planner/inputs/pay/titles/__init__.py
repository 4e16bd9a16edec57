"""What the fields of a pay plan are called, in what they are typed and what they mean, for whoever fills them in."""
