/** The CDK app of the members API: start at {@link com.example.members.infra.MembersApiStack}. */
package com.example.members.infra;
