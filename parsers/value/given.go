package value

// Given asks whether the setting is written and not empty. Unlike [Of.NotBlank] it
// takes an attribute of a resource for something, though it is only known later.
func (o Of[T]) Given() Truth {
	return decide(o.Value(), func(v *Value) Truth {
		if v.kind == Unknown && len(v.Identity()) > 0 {
			return Yes
		}
		return o.alternative(v).NotBlank()
	})
}
